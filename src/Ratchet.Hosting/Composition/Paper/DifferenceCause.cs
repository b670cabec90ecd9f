namespace Ratchet.Hosting.Composition.Paper;

/// <summary>Why a session and its re-simulation differ at a bar.</summary>
public enum DifferenceCause
{
    /// <summary>The bars differ, or one of the two sides lacks a bar; or a strategy saw differing bars before.</summary>
    Data,

    /// <summary>The bar was too late to be traded on, or the session could not act: feed, process, journal or clock stood in its way.</summary>
    Timing,

    /// <summary>The same was decided, and orders or fills differ.</summary>
    Fill,

    /// <summary>The same bars, and a strategy says something else.</summary>
    Model,
}
