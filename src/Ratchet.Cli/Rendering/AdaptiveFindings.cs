using System.Text;
using Ratchet.Lifecycle.Adaptation;

namespace Ratchet.Cli.Rendering;

/// <summary>What a study shows, counted from its numbers.</summary>
internal static class AdaptiveFindings
{
    public static void Write(StringBuilder text, ProfileStudyResult result)
    {
        text.Append("## What this shows\n\n");
    }
}
