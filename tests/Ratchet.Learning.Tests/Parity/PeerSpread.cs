namespace Ratchet.Learning.Tests.Parity;

/// <summary>
/// What a peer scored over its seeds 0 to 9, by bench/peers/parity_recorded.py with scikit-learn 1.2.1 and XGBoost 1.7.4 of Debian 12.
/// </summary>
/// <param name="Least">Its lowest score.</param>
/// <param name="Most">Its highest score.</param>
internal readonly record struct PeerSpread(double Least, double Most)
{
    public const int Seeds = 10;

    /// <summary>Fails where the mean of ours is outside the peer's own spread.</summary>
    public void RequireMeanWithin(double[] ours)
    {
        Assert.Equal(Seeds, ours.Length);
        Assert.InRange(ours.Average(), Least, Most);
    }
}
