namespace Ratchet.Storage.Columns;

/// <summary>Is told of every write boundary of a commit, so that a test can stop the world at each of them.</summary>
internal interface ICommitObserver
{
    /// <summary>The named step has just been done.</summary>
    void Reached(string step);
}
