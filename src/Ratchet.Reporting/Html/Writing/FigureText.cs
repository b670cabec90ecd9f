namespace Ratchet.Reporting.Html.Writing;

/// <summary>Numbers as the page writes them: a true minus sign, a dash for what is undefined.</summary>
internal static class FigureText
{
    public const string Undefined = "–";

    public static string Percent(double value, int decimals = 1, bool signed = false) =>
        double.IsNaN(value) ? Undefined : Text(value * 100, decimals, signed) + " %";

    public static string Number(double value, int decimals = 2, bool signed = false) => Text(value, decimals, signed);

    public static string Count(double value) => Text(value, 0, signed: false);

    public static string Time(long milliseconds) => DateTime.UnixEpoch.AddMilliseconds(milliseconds).ToString("yyyy-MM-dd HH:mm") + " UTC";

    private static string Text(double value, int decimals, bool signed)
    {
        if (double.IsNaN(value))
        {
            return Undefined;
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "∞" : "−∞";
        }

        var size = Math.Abs(value);
        var text = size >= 1e9 ? size.ToString("0.##e+0") : size.ToString("N" + decimals);
        var isZero = text.AsSpan().IndexOfAnyInRange('1', '9') < 0;
        var sign = value < 0 && !isZero ? "−" : signed && !isZero ? "+" : "";
        return sign + text;
    }
}
