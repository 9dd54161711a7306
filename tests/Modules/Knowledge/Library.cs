using Suiying.Contracts.Knowledge;
using Suiying.Knowledge.Features;
using Suiying.Knowledge.Model;
using Suiying.Testing;

namespace Suiying.Tests.Knowledge;

/// <summary>The knowledge base of the sample city, worked by its staff.</summary>
internal sealed class Library(SuiyingApp app)
{
    public static CancellationToken None => CancellationToken.None;

    public static KnowledgeContent Content(string title, string answer = "带身份证到窗口办理，当场办好。", params string[] variants) =>
        new()
        {
            Title = title,
            Answer = answer,
            Variants = variants,
            Bases = ["示例"],
        };

    public Task<Actor> Staff(string login) => app.Given.Staff(login);

    /// <summary>Written by the street's first handler, and brought all the way.</summary>
    public async Task<Guid> Published(KnowledgeContent content)
    {
        var id = (await Save("east1", content)).Value;
        await Publish(id);
        return id;
    }

    public async Task Publish(Guid id)
    {
        foreach (
            var (login, action) in new[]
            {
                ("east1", KnowledgeAction.Submit),
                ("east1b", KnowledgeAction.Confirm),
                ("reviewer", KnowledgeAction.Publish),
            }
        )
            _ = (await Decide(login, id, action)).Value;
    }

    public async Task<Outcome<Guid>> Save(string login, KnowledgeContent content, Guid? item = null, string why = "", int? revision = null)
    {
        var by = await Staff(login);
        var command = new SaveItem.Command
        {
            Item = item,
            Content = content,
            Why = why,
            Revision = revision,
        };
        return await app.Use<SaveItem, Outcome<Guid>>(save => save.Run(command, by, None));
    }

    public async Task<Outcome<Guid>> Decide(string login, Guid id, KnowledgeAction action, string why = "", int? revision = null)
    {
        var by = await Staff(login);
        var command = new DecideItem.Command
        {
            Item = id,
            Action = action,
            Why = why,
            Revision = revision,
        };
        return await app.Use<DecideItem, Outcome<Guid>>(decide => decide.Run(command, by, None));
    }

    public async Task<Outcome<ReadItem.Detail>> Read(string login, Guid id)
    {
        var by = await Staff(login);
        return await app.Use<ReadItem, Outcome<ReadItem.Detail>>(read => read.Run(id, by, counts: false, None));
    }

    public async Task<Outcome<DateTimeOffset>> Report(Actor by, Guid id, string text) =>
        await app.Use<ReportError, Outcome<DateTimeOffset>>(report =>
            report.Run(new ReportError.Command { Item = id, Text = text }, by, None)
        );

    public async Task<Outcome<Guid>> Answer(string login, Guid report, ReportAction action, string answer = "")
    {
        var by = await Staff(login);
        var command = new AnswerReport.Command
        {
            Report = report,
            Action = action,
            Answer = answer,
        };
        return await app.Use<AnswerReport, Outcome<Guid>>(use => use.Run(command, by, None));
    }

    public async Task<IReadOnlyList<ListItems.Line>> List(string login, ItemList show)
    {
        var by = await Staff(login);
        var slice = await app.Use<ListItems, Outcome<Slice<ListItems.Line>>>(list =>
            list.Run(new ListItems.Query { Show = show }, by, None)
        );
        return slice.Value.Rows;
    }

    public Task<IReadOnlyList<KnowledgeHit>> Search(string words, string? area = null) =>
        app.Use<IKnowledge, IReadOnlyList<KnowledgeHit>>(knowledge => knowledge.Search(words, area, 20, None));

    public async Task<Outcome<ImportItems.Summary>> Import(string login, string name, byte[] content, bool load = true, bool none = false)
    {
        var by = await Staff(login);
        var command = new ImportItems.Command
        {
            FileName = name,
            Content = content,
            Load = load,
            NoneIfBad = none,
        };
        return await app.Use<ImportItems, Outcome<ImportItems.Summary>>(import => import.Run(command, by, None));
    }
}
