using System.Globalization;

namespace Ratchet.Benchmarks.Reports;

/// <summary>Figures as tables show them.</summary>
internal static class NumberText
{
    /// <summary>Four significant digits, without an exponent from a ten-thousandth to ten million.</summary>
    public static string Short(double value) => Math.Abs(value) is >= 1000 and < 1e7
        ? value.ToString("#,0", CultureInfo.InvariantCulture)
        : value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>Whole megabytes, or a dash where they are not known.</summary>
    public static string Megabytes(double? value) => value is { } megabytes ? megabytes.ToString("#,0", CultureInfo.InvariantCulture) : "-";

    /// <summary>Quality: enough digits to compare a log-likelihood or an AUC.</summary>
    public static string Quality(double value) => Math.Abs(value) >= 1e5
        ? value.ToString("0.####", CultureInfo.InvariantCulture)
        : value.ToString("G6", CultureInfo.InvariantCulture);
}
