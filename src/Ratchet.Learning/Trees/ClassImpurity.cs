namespace Ratchet.Learning.Trees;

/// <summary>The weighted impurity of a node from its class weights: W times the Gini index, or W times the entropy in bits.</summary>
internal static class ClassImpurity
{
    public static double Gini(ReadOnlySpan<double> classes, double weight)
    {
        var squares = 0.0;
        foreach (var c in classes)
        {
            squares += c * c;
        }

        return weight > 0 ? weight - (squares / weight) : 0;
    }

    public static double Entropy(ReadOnlySpan<double> classes, double weight)
    {
        var total = weight > 0 ? weight * Math.Log2(weight) : 0;
        foreach (var c in classes)
        {
            total -= c > 0 ? c * Math.Log2(c) : 0;
        }

        return total;
    }
}
