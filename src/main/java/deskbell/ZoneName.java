package deskbell;

import java.time.ZoneId;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time zone by its IANA name, so that it keeps its summer time. */
final class ZoneName implements ITypeConverter<ZoneId> {
  private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

  @Override
  public ZoneId convert(String text) {
    if (!NAMES.contains(text)) {
      throw new TypeConversionException(
          "time-zone is " + text + "; must be an IANA name such as Europe/London or Asia/Shanghai");
    }
    return ZoneId.of(text);
  }
}
