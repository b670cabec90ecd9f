namespace Ratchet.Lifecycle.Selection;

/// <summary>
/// One model on one outer fold: learned on the fold's training rows with all features and with those that a selection on these rows alone chose, judged on
/// the fold's test rows, which neither ranking nor learning has seen.
/// </summary>
/// <param name="Fold">The outer fold.</param>
/// <param name="Target">The model.</param>
/// <param name="Rows">How many rows were judged.</param>
/// <param name="SelectedFeatures">How many features were chosen on this fold.</param>
/// <param name="WholeLoss">With all features: log loss in nats for a class, root mean squared error for a value.</param>
/// <param name="SelectedLoss">With the chosen ones.</param>
/// <param name="BaseLoss">Of the constant that knows the training rows' mean alone.</param>
public sealed record NestedScore(int Fold, string Target, int Rows, int SelectedFeatures, double WholeLoss, double SelectedLoss, double BaseLoss)
{
    /// <summary>The share of the constant's loss that all features take away; below 0 they do harm.</summary>
    public double WholeSkill => BaseLoss > 0 ? 1 - (WholeLoss / BaseLoss) : double.NaN;

    /// <summary>The share of the constant's loss that the chosen features take away.</summary>
    public double SelectedSkill => BaseLoss > 0 ? 1 - (SelectedLoss / BaseLoss) : double.NaN;
}
