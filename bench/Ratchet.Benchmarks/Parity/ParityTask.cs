namespace Ratchet.Benchmarks.Parity;

/// <summary>What is predicted.</summary>
internal enum ParityTask
{
    /// <summary>One of two classes; judged by AUC and Brier score.</summary>
    Binary,

    /// <summary>A number; judged by R2.</summary>
    Value,

    /// <summary>One of several classes; judged by log loss and accuracy.</summary>
    Classes,
}
