package wenmai.indexer.source;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names of files as people read them (文件名), both ways. Archives packed on a Chinese Windows leave
 * names in GB18030 on disks that speak UTF-8; the JDK opens such a file but shows its name as
 * rubble that leads back to nothing. Such a name is read as GB18030.
 */
public final class NameOnDisk {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final char RUBBLE = '\uFFFD';

  /** A name that {@link #read} could only give as a URI has it. */
  private static final Pattern ESCAPED =
      Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-F]{2})+");

  private NameOnDisk() {}

  /** The names of a relative path, joined by {@code /}. */
  static String read(Path relative) {
    String path = relative.toString();
    if (path.indexOf(RUBBLE) < 0) {
      return path.replace('\\', '/');
    }
    StringBuilder names = new StringBuilder();
    for (Path name : relative) {
      names.append(names.isEmpty() ? "" : "/").append(readName(name));
    }
    return names.toString();
  }

  private static String readName(Path name) {
    try {
      return name.toString().indexOf(RUBBLE) < 0
          ? name.toString()
          : GB18030
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes(name)))
              .toString();
    } catch (CharacterCodingException e) {
      return escaped(name); // in no encoding we know: as a URI has it, so that it is found again
    }
  }

  /** What stands under a folder at a path that {@link #read} gave; where nothing does, the path. */
  public static Path find(Path folder, String path) {
    Path plain = folder.resolve(path);
    if (Files.exists(plain)) {
      return plain;
    }
    Path at = folder;
    for (String name : path.split("/")) {
      Path next = at.resolve(name);
      at = Files.exists(next) ? next : inOtherBytes(at, name);
    }
    return Files.exists(at) ? at : plain;
  }

  private static Path inOtherBytes(Path folder, String name) {
    Path chinese = child(folder, HexFormat.of().withPrefix("%").formatHex(name.getBytes(GB18030)));
    if (Files.exists(chinese) || !ESCAPED.matcher(name).matches()) {
      return chinese;
    }
    return child(folder, name);
  }

  /**
   * @param name as a URI has it
   */
  private static Path child(Path folder, String name) {
    String uri = folder.toUri().toString();
    return Path.of(URI.create((uri.endsWith("/") ? uri : uri + "/") + name));
  }

  private static String escaped(Path name) {
    String uri = name.toAbsolutePath().toUri().getRawPath();
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  /** The bytes of a name, which the JDK tells only in the form of a URI. */
  private static byte[] bytes(Path name) {
    String last = escaped(name);
    byte[] bytes = new byte[last.length()];
    int length = 0;
    for (int i = 0; i < last.length(); i++, length++) {
      boolean escaped = last.charAt(i) == '%';
      bytes[length] =
          escaped ? (byte) HexFormat.fromHexDigits(last, i + 1, i + 3) : (byte) last.charAt(i);
      i += escaped ? 2 : 0;
    }
    return Arrays.copyOf(bytes, length);
  }
}
