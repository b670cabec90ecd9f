using System.Text;

namespace Ratchet.Reporting.Results;

/// <summary>The names of reasons for people.</summary>
public static class ReasonText
{
    /// <summary>The words of a name, such as <c>Stop loss</c> for <c>StopLoss</c>.</summary>
    /// <param name="name">The name.</param>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (text.Length > 0 && char.IsAsciiLetterUpper(letter))
            {
                text.Append(' ').Append(char.ToLowerInvariant(letter));
            }
            else
            {
                text.Append(letter);
            }
        }

        return text.ToString();
    }
}
