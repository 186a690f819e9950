package wenmai.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Papers by somebody who wants to break the site: markup, templates and headers in every place. */
final class HostilePapers {
  /** A word that stands in each of them and nowhere else. */
  static final String WORD = "恶意样本甲乙丙";

  /** A word of the one that tries most. */
  static final String WORST = "第一份丁戊己";

  /** A word of the one whose text is mended. */
  static final String MENDED = "修复样本庚辛壬";

  /** What its templates would print if one ran them. */
  static final String REVEALED = "文脉模板";

  private HostilePapers() {}

  static void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    write(
        folder.resolve("1 \"><img src=x onerror=alert(1)>\r\nSet-Cookie: stolen=1.txt"),
        """
        恶人常发〔2023〕666号
        恶市人民代表大会常务委员会关于<script>alert("标题")</script>"引号"与<b>标签</b>的决定
        恶意样本甲乙丙，第一份丁戊己。根据《<svg onload=alert(1)>办法》第三条和《中华人民共和国预算法》第十二条，作出决定。
        一、</p></section></script><script>alert(2)</script>
        二、${"文脉"+"模板"} #{"文脉"+"模板"} <#assign x="y"> [="文脉"+"模板"] {{"文脉"+"模板"}} <%= "文脉"+"模板" %>
        三、<a href="javascript:alert(3)">点我</a> &lt;b&gt; &amp; " onmouseover="alert(4)
        四、=HYPERLINK("http://example.invalid/","点") @SUM(1+1) +1 -1
        <svg onload=alert(5)>恶市人民代表大会常务委员会
        2023年5月6日
        """);
    write(
        folder.resolve("2 page.html"),
        """
        <!DOCTYPE html><html><head><meta charset="utf-8">
        <title>恶市关于&lt;img src=x onerror=alert(6)&gt;的报告</title>
        <meta name="author" content="&quot;&gt;&lt;script&gt;alert(7)&lt;/script&gt;">
        <script>alert(8)</script></head>
        <body onload="alert(9)"><h1>恶市关于&lt;img src=x onerror=alert(6)&gt;的报告</h1>
        <p>恶意样本甲乙丙。</p><p>来源：&lt;iframe src=//example.invalid&gt;</p>
        </body></html>
        """);
    writeMended(folder.resolve("3 mended.txt"));
  }

  /** A text that is mended: glosses, a pay wall, and what a page adds, all of it markup. */
  private static void writeMended(Path file) throws IOException {
    write(
        file,
        """
        关于加强监(jiān)督工作的报告
        恶意样本甲乙丙，修复样本庚辛壬。人大监(jiān)督是法定职(zhí)责，要加强审(shěn)议意见办理，督(dū)促整改落(luò)实。
        要坚持问题导(dǎo)向，提升监(jiān)督质(zhì)效，推动<script>alert(11)</script>法律实(shí)施。
        此处内容需要权限查看<b>会员免费查看</b>
        上一篇：<img src=x onerror=alert(10)>
        下一篇：没有了
        """);
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
