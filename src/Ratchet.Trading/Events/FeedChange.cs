namespace Ratchet.Trading.Events;

/// <summary>A change of a feed.</summary>
/// <param name="State">How it stands now.</param>
/// <param name="Why">What happened, for people.</param>
/// <param name="Bars">How many bars it is about; 0 where it is not about bars.</param>
public sealed record FeedChange(FeedState State, string Why, int Bars);
