using NodaTime;

namespace Ratchet.Market.Instruments;

/// <summary>A session in the exchange's local time.</summary>
/// <param name="Open">When it opens.</param>
/// <param name="Close">When it closes.</param>
internal readonly record struct LocalSession(LocalDateTime Open, LocalDateTime Close);
