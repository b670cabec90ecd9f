using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Forests;

/// <summary>Growers for more than two classes: vectors of counts or weights for up to fifteen or seven classes, the plain grower beyond.</summary>
internal static class ClassGrowers
{
    public static Func<TreeGrower> Create(GrowerPlan plan, ClassWeights weighing, bool entropy)
    {
        var classes = weighing.Shares.Length;
        if (plan.EqualWeights)
        {
            return classes switch
            {
                <= ClassCounts3.MaxClasses => Create<ClassCounts3>(plan, weighing, entropy),
                <= ClassCounts7.MaxClasses => Create<ClassCounts7>(plan, weighing, entropy),
                <= ClassCounts15.MaxClasses => Create<ClassCounts15>(plan, weighing, entropy),
                _ => CreatePlain(plan, weighing, entropy),
            };
        }

        return classes switch
        {
            <= ClassWeights3.MaxClasses => Create<ClassWeights3>(plan, weighing, entropy),
            <= ClassWeights7.MaxClasses => Create<ClassWeights7>(plan, weighing, entropy),
            _ => CreatePlain(plan, weighing, entropy),
        };
    }

    /// <summary>The plain grower, which fits all data.</summary>
    public static Func<TreeGrower> CreatePlain(GrowerPlan plan, ClassWeights weighing, bool entropy)
    {
        var sample = new ClassSample(
            plan.Rows, Array.ConvertAll(plan.Targets, t => (int)t), plan.Weights, weighing.Factors, weighing.Shares.Length, plan.Draw, weighing.Shares);
        return () => new ClassTreeGrower(sample, plan.X, plan.Limits, entropy);
    }

    private static Func<TreeGrower> Create<TMoments>(GrowerPlan plan, ClassWeights weighing, bool entropy)
        where TMoments : unmanaged, IClassMoments<TMoments> => entropy
            ? plan.Growers<TMoments, ClassEntropyRule<TMoments>>(TMoments.Of, new(weighing.Factors, weighing.Shares))
            : plan.Growers<TMoments, ClassGiniRule<TMoments>>(TMoments.Of, new(weighing.Factors, weighing.Shares));
}
