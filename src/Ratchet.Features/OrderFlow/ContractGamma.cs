namespace Ratchet.Features.OrderFlow;

/// <summary>The latest of one contract.</summary>
internal struct ContractGamma(double strike, long expires)
{
    public readonly double Strike = strike;
    public readonly long Expires = expires;
    public double OpenInterest = double.NaN;
    public double Volume = double.NaN;
    public double UnitExposure = double.NaN;
    public CompensatedSum Flow;
    public int FlowTerms;

    public readonly double Exposure => OpenInterest == 0 ? 0 : UnitExposure * OpenInterest;
}
