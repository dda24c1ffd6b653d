package org.parvis.platform.web;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.MeasureUnit;

import java.util.List;
import java.util.Locale;

/** How large a file is, in the unit people would choose. */
final class FileSize {

    private static final List<MeasureUnit> UNITS =
            List.of(MeasureUnit.BYTE, MeasureUnit.KILOBYTE, MeasureUnit.MEGABYTE, MeasureUnit.GIGABYTE);

    private FileSize() {}

    static String text(Locale locale, long bytes) {
        var unit = 0;
        var amount = (double) bytes;
        while (amount >= 1024 && unit < UNITS.size() - 1) {
            amount /= 1024;
            unit++;
        }
        return NumberFormatter.withLocale(locale)
                .unit(UNITS.get(unit))
                .unitWidth(UnitWidth.SHORT)
                .precision(amount < 100 ? Precision.maxFraction(1) : Precision.integer())
                .format(amount)
                .toString();
    }
}
