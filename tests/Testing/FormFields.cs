using AngleSharp.Html.Dom;

namespace Suiying.Testing;

/// <summary>What a browser without script sends for a form.</summary>
internal static class FormFields
{
    public static IReadOnlyList<(string Name, string Value)> Of(IHtmlFormElement form, IReadOnlyList<(string Name, string Value)> given)
    {
        var replaced = given.Select(f => f.Name).ToHashSet();
        return [.. form.Elements.SelectMany(element => Sent(element)).Where(d => !replaced.Contains(d.Name)), .. given];
    }

    public static string Query(IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"));

    private static IEnumerable<(string Name, string Value)> Sent(object element) =>
        element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
            IHtmlInputElement { Type: "file" or "submit" or "button" or "image" or "reset" } => [],
            IHtmlInputElement { Name.Length: > 0 } input => [(input.Name, input.Value)],
            IHtmlTextAreaElement { Name.Length: > 0 } area => [(area.Name, area.Value)],
            IHtmlSelectElement { Name.Length: > 0 } select => select.Options.Where(o => o.IsSelected).Select(o => (select.Name!, o.Value)),
            _ => [],
        };
}
