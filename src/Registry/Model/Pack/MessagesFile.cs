using Suiying.Contracts.Channels;

namespace Suiying.Registry.Model.Pack;

/// <summary>messages.csv, which a pack may leave out: templates of messages in the city's own words.</summary>
internal static class MessagesFile
{
    public const string Name = "messages.csv";

    public static IReadOnlyList<MessageTemplate> Read(PackFolder folder)
    {
        if (!File.Exists(folder.At(Name)))
            return [];
        var templates = new List<Located<MessageTemplate>>();
        foreach (var row in PackTable.Read(folder, Name, "event", "language", "channel", "subject", "text")?.Rows ?? [])
        {
            var template = new MessageTemplate
            {
                Event = row.Word<MessageEvent>("event"),
                Language = row.Text("language"),
                Channel = row.Word<MessageChannel>("channel"),
                Subject = row.Optional("subject"),
                Text = row.Optional("text") ?? "",
            };
            foreach (var problem in MessageTemplates.Problems(template))
                row.Report(problem.Field, problem.Problem);
            templates.Add(new Located<MessageTemplate>(template, row.Row));
        }
        TreeCheck.Once(folder, Name, "event", templates.Select(t => (MessageTemplates.KeyOf(t.Value), t.Row)));
        return [.. templates.Select(t => t.Value)];
    }
}
