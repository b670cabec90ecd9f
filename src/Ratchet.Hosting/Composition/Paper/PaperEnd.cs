namespace Ratchet.Hosting.Composition.Paper;

/// <summary>Why a run ended.</summary>
public enum PaperEnd
{
    /// <summary>The feed has no more.</summary>
    FeedEnded,

    /// <summary>The time that was given is over.</summary>
    TimeUp,

    /// <summary>A person ended it.</summary>
    Cancelled,
}
