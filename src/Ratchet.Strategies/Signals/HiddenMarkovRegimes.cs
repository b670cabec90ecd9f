using Ratchet.Features.Regimes;
using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Strategies.Signals;

/// <summary>
/// The regimes of the hidden Markov model of <see cref="RegimeFeatures"/>, filtered bar by bar. With a model fitted beforehand the cost of a bar is constant and
/// nothing is allocated; without one, the model is fitted on the schedule of its options.
/// </summary>
public sealed class HiddenMarkovRegimes : IRegimeSource
{
    private readonly IFeatureStream stream;
    private readonly double[] outputs;

    /// <summary>Regimes of a model that is fitted as bars come.</summary>
    /// <param name="options">When and on what it is fitted.</param>
    /// <param name="frame">The length of the bars.</param>
    public HiddenMarkovRegimes(RegimeOptions options, TimeFrame frame)
        : this(RegimeFeatures.Create(options)[0], frame)
    {
    }

    /// <summary>Regimes of a model fitted on bars before those to come.</summary>
    /// <param name="options">The options it was fitted with.</param>
    /// <param name="model">The model.</param>
    /// <param name="frame">The length of the bars.</param>
    public HiddenMarkovRegimes(RegimeOptions options, FittedRegimes model, TimeFrame frame)
        : this(RegimeFeatures.Create(options, model)[0], frame)
    {
    }

    private HiddenMarkovRegimes(IFeatureFamily family, TimeFrame frame)
    {
        stream = family.CreateStream(frame);
        outputs = new double[family.Features.Count];
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, out double bull, out double bear)
    {
        stream.Update(bar, outputs);
        (bull, bear) = (outputs[0], outputs[1]);
    }
}
