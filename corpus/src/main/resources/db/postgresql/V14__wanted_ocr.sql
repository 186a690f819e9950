-- Which files were read without OCR although pages of theirs needed it: they are read again once it
-- is on the machine.
ALTER TABLE file ADD COLUMN wants_ocr INTEGER NOT NULL DEFAULT 0;
