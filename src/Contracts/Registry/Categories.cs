using System.Collections.Frozen;

namespace Suiying.Contracts.Registry;

/// <summary>One category of matters, of three levels.</summary>
public sealed record Category
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>1 to 3.</summary>
    public required int Level { get; init; }

    public string? Parent { get; init; }

    /// <summary>Urgency that such matters have unless somebody decides otherwise: 1 特急 to 4 疑难.</summary>
    public int Grade { get; init; } = 3;

    /// <summary>Words that residents use for it.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>Sentences as residents say them.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>One of 七有五性, or null.</summary>
    public string? Tag { get; init; }

    /// <summary>Code of the category that took its place when it was retired; null while it is in use.</summary>
    public string? Successor { get; init; }

    /// <summary>True where nothing new is filed under it.</summary>
    public bool IsRetired() => Successor is not null;
}

/// <summary>All categories of a city.</summary>
public sealed class CategoryTree
{
    private readonly FrozenDictionary<string, Category> byCode;
    private readonly ILookup<string, Category> children;

    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public CategoryTree(IReadOnlyList<Category> categories)
    {
        All = categories;
        byCode = categories.ToFrozenDictionary(c => c.Code);
        children = categories.ToLookup(c => c.Parent ?? "");
    }

    public IReadOnlyList<Category> All { get; }

    public IEnumerable<Category> Roots => children[""];

    public Category? Find(string? code) => code is not null && byCode.TryGetValue(code, out var category) ? category : null;

    public IEnumerable<Category> Children(string code) => children[code];

    /// <summary>The category that a code stands for today: itself, or what took its place. The code where it is unknown.</summary>
    public string? Acting(string? code)
    {
        // The pack allows no ring; the bound guards against a snapshot that did not pass it.
        for (var step = 0; step < byCode.Count && Find(code) is { Successor: { } next }; step++)
            code = next;
        return code;
    }

    /// <summary>The category itself and every retired one whose place it took.</summary>
    public IReadOnlyList<string> StandsFor(string code) =>
        [code, .. All.Where(c => c.IsRetired() && Acting(c.Code) == code).Select(c => c.Code)];

    public IEnumerable<Category> Upwards(string? code)
    {
        for (var category = Find(code); category is not null; category = Find(category.Parent))
            yield return category;
    }

    /// <summary>True where <paramref name="inner"/> is <paramref name="outer"/> or lies below it.</summary>
    public bool Within(string? inner, string outer) => Upwards(inner).Any(c => c.Code == outer);

    /// <summary>Names from the first level down: 住房城乡建设 / 物业管理 / 电梯故障.</summary>
    public string FullName(string? code) => string.Join(" / ", Upwards(code).Reverse().Select(c => c.Name));
}
