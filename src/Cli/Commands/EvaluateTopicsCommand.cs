using System.CommandLine;
using System.Globalization;
using Suiying.Cli.Evaluation;
using Suiying.Engines.Topics;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying evaluate topics</c>: the hottest matters among letters, and the concerns of many places apart.</summary>
internal static class EvaluateTopicsCommand
{
    private const int ThemesShown = 10;

    public static Command Make()
    {
        var (letters, into, json) = (MatterOptions.Letters(), MatterOptions.Out(), MeasureOptions.Json());
        var top = new Option<int>("--top") { Description = Say.In("写出最热的几个，默认 60"), DefaultValueFactory = _ => 60 };
        top.Validators.Add(said =>
        {
            if (said.GetValueOrDefault<int>() < 1)
                said.AddError(Say.In("--top 应不小于 1"));
        });
        var command = new Command("topics", Say.In("热点：很多人都在说的事")) { letters, top, into, json };
        command.SetAction(parsed =>
        {
            if (MatterTable.Read(parsed.GetRequiredValue(letters)) is not { } items)
                return Program.Refused;
            var time = TimeProvider.System;
            var started = time.GetTimestamp();
            var index = new MatterIndex();
            index.AddAll(items);
            var all = TopicFinder.Topics(index);
            var themes = TopicFinder.Themes(index, all);
            var seconds = time.GetElapsedTime(started).TotalSeconds;
            var topics = all.Take(parsed.GetValue(top)).ToList();
            if (parsed.GetValue(into) is { } path && !Predictions.Write(("--out", path), ["id", "topic", "rank", "title"], Rows(topics)))
                return Program.Refused;
            return parsed.GetValue(json) ? TellJson(items.Count, all, themes, seconds) : Tell(items.Count, topics, themes, seconds);
        });
        return command;
    }

    /// <summary>One row a member, the hottest topic first; themes are no topics and are not written.</summary>
    private static IEnumerable<IEnumerable<string>> Rows(List<Topic> topics) =>
        topics.SelectMany(
            (topic, at) =>
            {
                var rank = (at + 1).ToString(CultureInfo.InvariantCulture);
                return topic.Members.Select(id => (IEnumerable<string>)[id, rank, rank, topic.Title]);
            }
        );

    private static int TellJson(int letters, IReadOnlyList<Topic> topics, IReadOnlyList<Topic> themes, double seconds)
    {
        var told = new Dictionary<string, double>
        {
            ["letters"] = letters,
            ["topics"] = topics.Count,
            ["themes"] = themes.Count,
            ["inTopics"] = topics.Sum(t => t.Requests),
            ["messagesPerSecond"] = letters / Math.Max(1e-9, seconds),
        };
        return MarksTold.Json(told);
    }

    private static int Tell(int letters, IReadOnlyList<Topic> topics, IReadOnlyList<Topic> themes, double seconds)
    {
        Say.Done($"{letters:N0} 件诉求，用时 {seconds:0.00} 秒。");
        Say.Done("\n热点：名次 rank\t热度 heat\t人 people\t件 requests\t点赞 likes\t起止 period\t地点 place\t标题 title");
        Tell(topics);
        Say.Done("\n多处都有的问题：名次 rank\t热度 heat\t人 people\t件 requests\t点赞 likes\t起止 period\t地点 place\t标题 title");
        Tell(themes.Take(ThemesShown));
        return 0;
    }

    private static void Tell(IEnumerable<Topic> topics)
    {
        foreach (var (at, t) in topics.Index())
        {
            var places = string.Join('、', t.PlaceWords);
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{at + 1}\t{t.Heat:0.0}\t{t.People}\t{t.Requests}\t{t.Likes}\t{t.First:yyyy-MM-dd}/{t.Last:yyyy-MM-dd}\t{places}\t{t.Title}"
                )
            );
        }
    }
}
