namespace Ratchet.Reporting.Html.Writing;

/// <summary>Text that is markup already and is written as it stands.</summary>
internal readonly record struct Markup(string Value);
