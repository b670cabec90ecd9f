using Ratchet.Learning.Exchange;

namespace Ratchet.Learning.Tests.Exchange;

public sealed class EnsembleChecksTests
{
    private static readonly EnsembleDefinition Good = SmallEnsembles.Definition(SmallEnsembles.Tree(), SmallEnsembles.Tree());

    [Fact]
    public void Constructor_WrongParts_AreRefusedByNameAndValue()
    {
        Refused(Good with { FeatureCount = 0 }, "FeatureCount is 0");
        Refused(Good with { FeatureCount = 1 }, "Tree 0 splits on feature 1");
        Refused(Good with { Groups = 0 }, "Groups is 0");
        Refused(Good with { ParallelTrees = 0 }, "ParallelTrees is 0");
        Refused(Good with { ParallelTrees = 3 }, "whole rounds");
        Refused(Good with { Groups = 3 }, "whole rounds");
        Refused(Good with { RoundStarts = [0, 1] }, "RoundStarts is [0, 1]");
        Refused(Good with { RoundStarts = [0, 2, 1, 2] }, "RoundStarts");
        Refused(Good with { RoundStarts = [] }, "RoundStarts");
        Refused(Good with { BaseScores = [] }, "0 base scores");
        Refused(Good with { BaseScores = [1, 2] }, "2 base scores");
        Refused(Good with { BaseScores = [float.NaN] }, "base score is NaN");
        Refused(Good with { Objective = EnsembleObjective.BinaryLogistic, BaseScores = [0] }, "must be in (0, 1)");
        Refused(Good with { Objective = EnsembleObjective.BinaryLogistic, BaseScores = [1] }, "must be in (0, 1)");
        Refused(Good with { Objective = (EnsembleObjective)77 }, "Objective is 77");
        Refused(Good with { FeatureNames = ["one"] }, "1 feature names for 2 features");
        Refused(Good with { FeatureTypes = ["float"] }, "1 feature types for 2 features");
        Refused(Good with { PositiveWeight = -1 }, "PositiveWeight is -1");
        Refused(Good with { Trees = [SmallEnsembles.Tree(1)] }, "Tree 0 adds to group 1");
        Refused(Good with { Trees = [null!] }, "Tree 0 is null");
        Assert.Equal(1, new TreeEnsemble(Good with { RoundStarts = [0, 2] }).RoundCount);
        Assert.Equal(0, new TreeEnsemble(Good with { Trees = [] }).RoundCount);
    }

    [Fact]
    public void Tree_NodesThatAreNoTree_AreRefusedByName()
    {
        var leaf = EnsembleNode.Leaf(1, 1, 1);
        RefusedTree([], "at least its root");
        RefusedTree([SmallEnsembles.Split(1, 0, 0, false), leaf], "Node 0 has the children 1 and 2");
        RefusedTree([SmallEnsembles.Split(0, 0, 0, false), leaf, leaf], "Node 0 has the children 0 and 1");
        RefusedTree([SmallEnsembles.Split(int.MaxValue, 0, 0, false), leaf, leaf], "Node 0 has the children");
        RefusedTree([SmallEnsembles.Split(1, -1, 0, false), leaf, leaf], "Node 0 splits on feature -1");
        RefusedTree([SmallEnsembles.Split(1, 0, float.NaN, false), leaf, leaf], "threshold of node 0 is NaN");
        RefusedTree([EnsembleNode.Leaf(float.PositiveInfinity, 1, 1)], "leaf value of node 0");
        RefusedTree([EnsembleNode.Leaf(1, float.NaN, 1)], "sum of hessians of node 0");
        RefusedTree([EnsembleNode.Leaf(1, 1, float.NaN)], "base weight of node 0");
        RefusedTree([SmallEnsembles.Split(1, 0, 0, false, float.NaN), leaf, leaf], "loss change of node 0");
        RefusedTree([SmallEnsembles.Split(1, 0, 0, false), SmallEnsembles.Split(1, 0, 0, false), leaf], "Node 1 is a child of node 0 and of node 1");
        RefusedTree([leaf, SmallEnsembles.Split(3, 0, 0, false), leaf, SmallEnsembles.Split(1, 0, 0, false), leaf], "the root does not reach it");
        Assert.Throws<ArgumentOutOfRangeException>(() => new EnsembleTree(-1, [leaf]));
    }

    [Fact]
    public void Tree_PrunedPlaces_AreRemovedNodes()
    {
        var leaf = EnsembleNode.Leaf(1, 1, 1);
        var tree = new EnsembleTree(0, [SmallEnsembles.Split(3, 0, 0, false), leaf, leaf, leaf, leaf]);
        Assert.Equal(2, tree.RemovedCount);
        Assert.Equal([false, true, true, false, false], Enumerable.Range(0, 5).Select(tree.IsRemoved));
        Assert.Equal(1, tree.Depth);
    }

    private static void Refused(EnsembleDefinition definition, string expected) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(() => new TreeEnsemble(definition)).Message, StringComparison.Ordinal);

    private static void RefusedTree(EnsembleNode[] nodes, string expected) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(() => new EnsembleTree(0, nodes)).Message, StringComparison.Ordinal);
}
