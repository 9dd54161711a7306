using System.CommandLine;
using System.Globalization;
using Suiying.Cli.Evaluation;
using Suiying.Engines.Topics;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying evaluate duplicates</c>: groups letters that are about the same matter.</summary>
internal static class EvaluateDuplicatesCommand
{
    private const int GroupsShown = 20;

    public static Command Make()
    {
        var (letters, into, json) = (MatterOptions.Letters(), MatterOptions.Out(), MeasureOptions.Json());
        var command = new Command("duplicates", Say.In("同一事项：把说同一件事的诉求归到一起")) { letters, into, json };
        command.SetAction(parsed =>
        {
            if (MatterTable.Read(parsed.GetRequiredValue(letters)) is not { } items)
                return Program.Refused;
            var time = TimeProvider.System;
            var started = time.GetTimestamp();
            var index = new MatterIndex();
            index.AddAll(items);
            var groups = DuplicateGroups.Of(index);
            var seconds = time.GetElapsedTime(started).TotalSeconds;
            if (parsed.GetValue(into) is { } path && !Predictions.Write(("--out", path), ["id", "group"], Rows(items, groups)))
                return Program.Refused;
            return parsed.GetValue(json) ? TellJson(items.Count, groups, seconds) : Tell(items, groups, seconds);
        });
        return command;
    }

    /// <summary>Every letter in the order of the file; the group is empty where it is alone.</summary>
    private static IEnumerable<IEnumerable<string>> Rows(IReadOnlyList<MatterItem> items, IReadOnlyList<IReadOnlyList<string>> groups)
    {
        var numbers = groups.SelectMany((g, at) => g.Select(id => (id, at))).ToDictionary(g => g.id, g => g.at + 1);
        return items.Select(i =>
            (IEnumerable<string>)[i.Id, numbers.TryGetValue(i.Id, out var number) ? number.ToString(CultureInfo.InvariantCulture) : ""]
        );
    }

    private static int TellJson(int letters, IReadOnlyList<IReadOnlyList<string>> groups, double seconds)
    {
        var told = new Dictionary<string, double>
        {
            ["letters"] = letters,
            ["groups"] = groups.Count,
            ["grouped"] = groups.Sum(g => g.Count),
            ["messagesPerSecond"] = letters / Math.Max(1e-9, seconds),
        };
        return MarksTold.Json(told);
    }

    private static int Tell(IReadOnlyList<MatterItem> items, IReadOnlyList<IReadOnlyList<string>> groups, double seconds)
    {
        var titles = items.ToDictionary(i => i.Id, i => i.Title);
        Say.Done($"{items.Count:N0} 件诉求，用时 {seconds:0.00} 秒；{groups.Sum(g => g.Count):N0} 件归入 {groups.Count:N0} 个事项。");
        Say.Done("\n事项 group\t件 letters\t最早一件 first");
        for (var i = 0; i < groups.Count && i < GroupsShown; i++)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1}\t{groups[i].Count}\t{titles[groups[i][0]]}"));
        return 0;
    }
}
