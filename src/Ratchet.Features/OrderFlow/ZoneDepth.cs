using Ratchet.Market.Books;

namespace Ratchet.Features.OrderFlow;

/// <summary>What one book shows of a zone.</summary>
/// <param name="Depth">Resting on the defending side at prices of the zone; NaN where the book does not reach it or gives no sizes.</param>
/// <param name="SeenWidth">The width of the part of the zone that the book reaches, in price units.</param>
/// <param name="Density">Size per price unit over all levels of the defending side; NaN with fewer than two.</param>
internal readonly record struct ZoneDepth(double Depth, double SeenWidth, double Density)
{
    public static ZoneDepth Of(in BarrierZone zone, ReadOnlySpan<BookLevel> levels)
    {
        var inside = 0.0;
        var total = 0.0;
        var count = 0;
        var deepest = double.NaN;
        foreach (var level in levels)
        {
            if (double.IsNaN(level.Price))
            {
                break;
            }

            count++;
            total += level.Size;
            deepest = level.Price;
            if (level.Price >= zone.Low && level.Price <= zone.High)
            {
                inside += level.Size;
            }
        }

        // The book is known from its best price to its deepest; prices before the best hold nothing.
        var reached = zone.Side == ApproachSide.FromBelow ? deepest - zone.Low : zone.High - deepest;
        var span = count > 1 ? Math.Abs(deepest - levels[0].Price) : double.NaN;
        var density = span > 0 ? total * (count - 1) / (count * span) : double.NaN;
        return reached >= 0 ? new(inside, Math.Min(reached, 2 * zone.HalfWidth), density) : new(double.NaN, double.NaN, density);
    }
}
