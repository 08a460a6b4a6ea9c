package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditTest {
  private static final byte[] JSON = "{\"credsStore\": \"desktop\", \"x\": 1}".getBytes(UTF_8);

  @Test
  void bytesComeInThePlaceOfBytesAndTheRestStays() {
    Edit edit = new Edit(List.of(splice(15, 24, "\"pass\""), Splice.cut(24, 32)));

    assertEquals("{\"credsStore\": \"pass\"}", new String(edit.applyTo(JSON), UTF_8));
  }

  @Test
  void withoutASpliceADocumentStaysAsItIs() {
    Edit edit = new Edit(List.of());

    assertTrue(edit.isEmpty());
    assertTrue(edit.fitsInPlace());
    assertArrayEquals(JSON, edit.applyTo(JSON));
  }

  @ParameterizedTest
  @CsvSource({"'', true", "'\"pass\"', true", "'\"desk-op\"', true", "'\"secretservice\"', false"})
  void anEditFitsInPlaceWhereNoSpliceIsLongerThanWhatItReplaces(String bytes, boolean fits) {
    assertEquals(fits, new Edit(List.of(Splice.cut(1, 2), splice(15, 24, bytes))).fitsInPlace());
    assertFalse(new Edit(List.of(splice(3, 3, "x"))).fitsInPlace());
  }

  @Test
  void blanksFillUpWhatIsLeftOfTheSpan() {
    assertEquals("\"pass\"   ", new String(splice(15, 24, "\"pass\"").padded(), UTF_8));
    assertEquals("    ", new String(Splice.cut(3, 7).padded(), UTF_8));
  }

  private static Splice splice(int start, int end, String bytes) {
    return new Splice(start, end, bytes.getBytes(UTF_8));
  }
}
