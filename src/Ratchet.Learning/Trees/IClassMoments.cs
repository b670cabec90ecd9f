namespace Ratchet.Learning.Trees;

/// <summary>Statistics of more than two classes: distinct rows in the first lane of a vector, the weight of each class in the others.</summary>
/// <typeparam name="TSelf">The implementation.</typeparam>
internal interface IClassMoments<TSelf> : IMoments<TSelf>
    where TSelf : unmanaged, IClassMoments<TSelf>
{
    /// <summary>One row that was drawn once.</summary>
    static abstract TSelf OfClass(int label, double weight);

    /// <summary>The weight of each class, without factors.</summary>
    void CopyTo(Span<double> classes);

    /// <summary>What the Gini index of a split needs.</summary>
    static abstract GiniParts Split(TSelf left, TSelf total, in ClassLanes factors);
}
