namespace Ratchet.Trading.Risk;

/// <summary>The only way from an order that is wanted to an order that is approved.</summary>
public sealed class RiskGate
{
    /// <summary>Proof that an order passed the gate; made by the gate alone.</summary>
    internal sealed class Stamp
    {
        private Stamp()
        {
        }
    }
}
