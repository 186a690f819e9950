-- What earlier programs left out for want of OCR and did not keep in mind: files, and the containers
-- and mails of members, of which the last run over them told so. They are read again once OCR is on
-- the machine. A path is written there as it is, here with U+10FFFF before some signs.
WITH RECURSIVE part (done, rest) AS (
  SELECT '', path FROM refused_file WHERE code = 'needs-ocr'
  UNION ALL
  SELECT done || substr(rest, 1, instr(rest, '!/') + 1), substr(rest, instr(rest, '!/') + 2)
    FROM part WHERE instr(rest, '!/') > 0
)
UPDATE file SET wants_ocr = 1 WHERE replace(path, char(1114111), '') IN (
  SELECT substr(done, 1, length(done) - 2) FROM part WHERE done <> ''
  UNION SELECT path FROM refused_file WHERE code = 'needs-ocr'
);
