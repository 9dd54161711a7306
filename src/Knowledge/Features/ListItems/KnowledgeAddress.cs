using Microsoft.AspNetCore.WebUtilities;
using Suiying.Knowledge.Model;

namespace Suiying.Knowledge.Features;

/// <summary>What the knowledge desk shows, as its address says it: /desk/knowledge/{id}?show=&amp;q=.</summary>
public sealed record KnowledgeAddress
{
    public const string Desk = "/desk/knowledge";

    public ItemList Show { get; init; } = ItemList.Published;

    public Guid? Id { get; init; }

    public string? Words { get; init; }

    public override string ToString()
    {
        var parts = new Dictionary<string, string?>();
        if (Show is not ItemList.Published)
            parts["show"] = Show.ToString();
        if (Words is { Length: > 0 })
            parts["q"] = Words;
        return QueryHelpers.AddQueryString(Id is null ? Desk : $"{Desk}/{Id}", parts);
    }

    /// <summary>Reads path and query; what is no filter is left out.</summary>
    public static KnowledgeAddress Parse(string pathAndQuery)
    {
        var (path, query) = pathAndQuery.Split('?', 2) is [var left, var right] ? (left, right) : (pathAndQuery, "");
        var values = QueryHelpers.ParseQuery(query);
        string? One(string key) => values.TryGetValue(key, out var all) ? all.ToString() : null;
        return new KnowledgeAddress
        {
            Show = Enum.TryParse<ItemList>(One("show"), ignoreCase: true, out var show) && Enum.IsDefined(show) ? show : ItemList.Published,
            Id = Guid.TryParse(path.Split('/')[^1], out var id) ? id : null,
            Words = One("q")?.Trim() is { Length: > 0 and <= Question.Longest } words ? words : null,
        };
    }
}
