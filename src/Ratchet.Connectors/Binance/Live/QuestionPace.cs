namespace Ratchet.Connectors.Binance.Live;

/// <summary>How long not to ask again for what the exchange does not have yet: each wait is twice the one before, up to 64 times the first.</summary>
internal sealed class QuestionPace
{
    private int asked;

    /// <summary>Before this time of the exchange there is no further question.</summary>
    public long AskAgainAt { get; private set; }

    public void Reset()
    {
        asked = 0;
        AskAgainAt = 0;
    }

    public void AskedInVain(long now, TimeSpan first)
    {
        AskAgainAt = now + (long)(first.TotalMilliseconds * Math.Pow(2, Math.Min(asked, 6)));
        asked++;
    }
}
