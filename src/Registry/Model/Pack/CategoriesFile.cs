using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>categories.csv: matters in three levels; a missing grade is the parent's.</summary>
internal sealed class CategoriesFile
{
    public const string Name = "categories.csv";

    private const int UsualGrade = 3;

    public IReadOnlyList<Category> Categories { get; private init; } = [];

    public IReadOnlySet<string> Codes { get; private init; } = new HashSet<string>();

    public static CategoriesFile Read(PackFolder folder)
    {
        var table = PackTable.Read(folder, Name, "code", "name", "level", "parent", "grade", "tag", "synonyms", "examples");
        var rows = table?.Rows ?? [];
        var read = rows.Select(r => (Category: One(r), Grade: r.Whole("grade", 1, 4), r.Row)).ToList();
        var byCode = new Dictionary<string, (Category Category, int? Grade)>();
        foreach (var row in read)
            byCode.TryAdd(row.Category.Code, (row.Category, row.Grade));
        if (table is not null)
        {
            TreeCheck.Run(folder, Name, [.. read.Select(c => new Node(c.Category.Code, c.Category.Parent, c.Row))]);
            foreach (var (category, _, row) in read)
                CheckPlace(folder, category, row, byCode);
            TreeCheck.Successors(folder, Name, [.. read.Select(c => new Node(c.Category.Code, c.Category.Successor, c.Row))]);
            CheckNames(folder, read.Select(c => (c.Category, c.Row)));
        }
        return new CategoriesFile
        {
            Categories = [.. read.Select(c => c.Category with { Grade = GradeOf(c.Category, byCode) })],
            Codes = byCode.Keys.ToHashSet(),
        };
    }

    private static Category One(PackRow row)
    {
        var tag = row.Optional("tag");
        if (tag is not null && !LifeTags.All.Contains(tag))
            row.Report("tag", $"“{tag}”不在七有五性之中。", string.Join('、', LifeTags.All));
        var category = new Category
        {
            Code = row.Text("code"),
            Name = row.Text("name"),
            Level = row.Whole("level", 1, 3) ?? 0,
            Parent = row.Optional("parent"),
            Tag = tag,
            Synonyms = row.List("synonyms"),
            Examples = row.List("examples"),
            Successor = row.Optional("successor"),
        };
        if (row.Optional("level") is null)
            row.Report("level", "level 不能为空。", "1–3");
        return category;
    }

    private static void CheckPlace(
        PackFolder folder,
        Category category,
        int row,
        Dictionary<string, (Category Category, int? Grade)> byCode
    )
    {
        if (category.Level == 0)
            return;
        if (category.Parent is null)
        {
            if (category.Level != 1)
                folder.Report(Name, row, "parent", "只有一级类别没有上级。", "上级的 code");
            return;
        }
        if (category.Level == 1)
            folder.Report(Name, row, "parent", "一级类别没有上级。", "空");
        else if (byCode.TryGetValue(category.Parent, out var above) && above.Category.Level != category.Level - 1)
            folder.Report(Name, row, "level", $"上级是 {above.Category.Level} 级，本级却是 {category.Level} 级。", "上级的级别加 1");
        if (!category.Code.StartsWith(category.Parent, StringComparison.Ordinal) || category.Code.Length <= category.Parent.Length)
            folder.Report(
                Name,
                row,
                "code",
                $"代码 {category.Code} 应由上级代码 {category.Parent} 延长而成。",
                $"{category.Parent}01 之类"
            );
    }

    private static void CheckNames(PackFolder folder, IEnumerable<(Category Category, int Row)> all)
    {
        foreach (var siblings in all.Where(c => c.Category.Name.Length > 0).GroupBy(c => (c.Category.Parent, c.Category.Name)))
        {
            foreach (var (category, row) in siblings.Skip(1))
                folder.Report(Name, row, "name", $"同一上级下已有“{category.Name}”（第 {siblings.First().Row} 行）。");
        }
    }

    private static int GradeOf(Category category, Dictionary<string, (Category Category, int? Grade)> byCode)
    {
        // At most three steps: a ring has been reported already.
        var code = category.Code;
        for (var step = 0; step < 3 && code is not null && byCode.TryGetValue(code, out var found); step++)
        {
            if (found.Grade is { } grade)
                return grade;
            code = found.Category.Parent;
        }
        return UsualGrade;
    }
}
