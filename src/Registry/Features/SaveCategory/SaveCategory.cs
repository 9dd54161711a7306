using Suiying.Contracts.Registry;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>新增或更改类别: name, urgency, words. Code and place in the tree stay what they were given, for codes say the place.</summary>
public sealed class SaveCategory(CityEdits edits, ICityRegistry registry)
{
    private const int Lowest = 3;

    public sealed record Command
    {
        /// <summary>Of a category that is there, code, level, parent and successor are not taken over.</summary>
        public required Category Category { get; init; }

        /// <summary>False changes a category that is there.</summary>
        public required bool IsNew { get; init; }

        public required ChangeReason Reason { get; init; }
    }

    public async Task<Outcome<ChangeReceipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        var (category, tree) = (command.Category, registry.Current.Categories);
        var held = tree.Find(category.Code);
        if (!command.IsNew && held is null)
            return new NotFound();
        if (command.IsNew)
        {
            if (held is not null)
                return Refusal.Invalid(new FieldProblem("code", $"代码 {category.Code} 已用于{held.Name}，请换一个。"));
            if (WrongPlace(category, tree.Find(category.Parent)) is { } wrong)
                return Refusal.Invalid(wrong);
        }

        var saved = held is null
            ? category with
            {
                Level = (tree.Find(category.Parent)?.Level ?? 0) + 1,
            }
            : category with
            {
                Level = held.Level,
                Parent = held.Parent,
                Successor = held.Successor,
            };
        var title = held is null ? $"新增类别：{saved.Name}" : $"更改类别：{held.Name}";
        return await edits.Apply([EntryChange.Of(saved)], title, command.Reason, by, ct);
    }

    private static FieldProblem? WrongPlace(Category category, Category? above)
    {
        if (above is { Level: Lowest })
            return new FieldProblem("parent", $"类别最多 {Lowest} 级，{above.Name}之下不能再分。");
        if (above?.IsRetired() == true)
            return new FieldProblem("parent", $"{above.Name}已停用，请选别的上级。");
        if (!category.Code.All(char.IsAsciiLetterOrDigit))
            return new FieldProblem("code", "代码只用数字和字母，如 0103。");
        if (above is not null && (!category.Code.StartsWith(above.Code, StringComparison.Ordinal) || category.Code == above.Code))
            return new FieldProblem("code", $"代码由上级代码 {above.Code} 延长而成，如 {above.Code}01。");
        return null;
    }
}
