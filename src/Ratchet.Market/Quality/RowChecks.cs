namespace Ratchet.Market.Quality;

/// <summary>The checks that look at one row by itself.</summary>
internal static class RowChecks
{
    /// <summary>Adds the defects of a row's values and says whether there are any.</summary>
    public static bool Values(in BarRow row, int index, List<RowDefect> defects)
    {
        var isFinite = double.IsFinite(row.Open) && double.IsFinite(row.High) && double.IsFinite(row.Low) && double.IsFinite(row.Close) && double.IsFinite(row.Volume);
        if (isFinite && row.Low > 0 && row.Volume >= 0 && row.Low <= row.Open && row.Low <= row.Close && row.High >= row.Open && row.High >= row.Close)
        {
            return false;
        }

        var before = defects.Count;
        Where(!isFinite, DefectKind.MissingValue, row);
        Where(row.Open <= 0 || row.High <= 0 || row.Low <= 0 || row.Close <= 0, DefectKind.NonPositivePrice, row);
        Where(row.Volume < 0, DefectKind.NegativeVolume, row);
        Where(
            row.Low > row.Open || row.Low > row.Close || row.Low > row.High || row.High < row.Open || row.High < row.Close,
            DefectKind.OhlcViolation,
            row);
        return defects.Count > before;

        void Where(bool isSo, DefectKind kind, in BarRow of)
        {
            if (isSo)
            {
                defects.Add(new(kind, index, of.Line, of.OpenTime));
            }
        }
    }
}
