namespace Ratchet.Search.Schedulers;

/// <summary>One round of successive halving.</summary>
/// <param name="Index">Its position in the bracket, from 0 (i).</param>
/// <param name="Count">How many configurations are evaluated (n_i = floor(n eta^-i)).</param>
/// <param name="Resource">What each gets in all, the double nearest to the exact ratio (r_i = R eta^(i-s)).</param>
/// <param name="Keep">How many would go on (floor(n_i / eta)); of no effect in the last rung.</param>
public sealed record HyperbandRung(int Index, int Count, double Resource, int Keep)
{
    /// <summary>
    /// The whole number under which values at this resource are stored: the resource rounded to nearest, halves up. Within one plan two
    /// different resources never share a step, since they differ by a factor of at least two and the smallest is at least one.
    /// </summary>
    public int Step => StepOf(Resource);

    /// <summary>The step of any resource.</summary>
    /// <param name="resource">The resource.</param>
    public static int StepOf(double resource) => (int)Math.Round(resource, MidpointRounding.AwayFromZero);
}
