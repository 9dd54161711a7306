using Suiying.Contracts.Registry;
using Suiying.Engines.Text;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Asked where the matter accuses a unit or an official: which unit must never see it.</summary>
public sealed class ChooseAccused(RequestDrafts drafts, ICityRegistry registry)
{
    private const int MostFound = 12;

    public sealed record Command
    {
        public required Guid? Draft { get; init; }

        public string? Unit { get; init; }

        /// <summary>The person does not know, or it is none of these; staff will ask before anything is passed on.</summary>
        public bool Unknown { get; init; }
    }

    public async Task<Outcome<DraftContent>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (await drafts.Find(command.Draft, ct) is not { Number: null } draft)
            return new DraftGone();
        var unit = registry.Current.Units.Find(command.Unit);
        if (!command.Unknown && unit is null)
            return Refusal.Invalid(new FieldProblem("unit", "请查找单位，并在列表里选一个；说不清的，请按“说不清是哪个单位”。"));

        var changed = draft with { AccusedUnit = command.Unknown ? null : unit!.Code, AccusedAnswered = true };
        await drafts.Keep(command.Draft, changed, ct);
        return changed;
    }

    /// <summary>Units whose name holds the words, or all two-character parts of them, shortest name first.</summary>
    public Outcome<IReadOnlyList<Unit>> Find(string? words)
    {
        var asked = PlainText.OneLine(words);
        if (asked.Length is 0 or > FindPlaces.Longest)
            return Refusal.Invalid(new FieldProblem("unit-words", $"请写单位名称里的几个字，最多{FindPlaces.Longest}个字。"));
        var units = registry.Current.Units.All;
        var exact = units.Where(u => u.Name.Contains(asked, StringComparison.OrdinalIgnoreCase)).ToList();
        if (exact.Count == 0 && asked.Length > 2)
        {
            // 教育局莲池 finds 莲池区教育局: the parts count, not their order.
            var parts = Enumerable.Range(0, asked.Length - 1).Select(i => asked.Substring(i, 2)).ToList();
            exact = units.Where(u => parts.Count(p => u.Name.Contains(p, StringComparison.Ordinal)) * 2 > parts.Count).ToList();
        }
        return exact.OrderBy(u => u.Name.Length).ThenBy(u => u.Name, StringComparer.Ordinal).Take(MostFound).ToList();
    }
}
