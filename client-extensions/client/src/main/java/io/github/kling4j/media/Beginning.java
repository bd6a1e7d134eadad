package io.github.kling4j.media;

import okio.Buffer;
import okio.ByteString;

/** What the first bytes of a body tell. */
final class Beginning {
  /** Blanks, and the mark of byte order. */
  private static final ByteString BLANKS = ByteString.encodeUtf8(" \t\r\n\uFEFF");

  private Beginning() {}

  /** No video begins as a page or a JSON text does, whatever its type is said to be. */
  static boolean isText(Buffer bytes) {
    long at = 0;
    while (at < bytes.size() && BLANKS.indexOf(new byte[] {bytes.getByte(at)}) != -1) {
      at++;
    }
    return at < bytes.size() && "<{".indexOf(bytes.getByte(at)) != -1;
  }
}
