namespace Ratchet.Learning.Trees;

/// <summary>The best split of a node so far.</summary>
/// <typeparam name="TMoments">The statistics.</typeparam>
internal struct SplitChoice<TMoments>
    where TMoments : unmanaged, IMoments<TMoments>
{
    public int Feature;
    public int Bin;
    public bool MissingGoesLeft;
    public double Score;
    public TMoments Left;

    public readonly bool Exists => Feature >= 0;

    public static SplitChoice<TMoments> None => new() { Feature = -1, Score = -1 };
}
