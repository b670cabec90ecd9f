namespace Ratchet.Reporting.Html;

/// <summary>How honest the probabilities of one model are, on cases that it was not trained on.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Bins">Ascending.</param>
public sealed record ReportCalibration(string Model, IReadOnlyList<ReportCalibrationBin> Bins)
{
    /// <summary>Expected calibration error; NaN where undefined.</summary>
    public double ExpectedError { get; init; } = double.NaN;

    /// <summary>Brier score; NaN where undefined.</summary>
    public double Brier { get; init; } = double.NaN;
}
