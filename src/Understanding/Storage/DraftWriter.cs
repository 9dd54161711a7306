using System.ClientModel;
using System.Net;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Suiying.Contracts.Understanding;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>Asks the service that is set up, once, and tells plainly where it gives nothing that can be used.</summary>
internal sealed partial class DraftWriter(ChatSetting setting, TimeProvider time, ILogger<DraftWriter> log) : IDraftWriter, IDisposable
{
    private readonly IChatClient? chat = setting.Open();

    public string? Model => chat is null ? null : setting.Model;

    public TimeSpan Longest => setting.Longest;

    public async Task<Outcome<ModelDraft>> Write(DraftAsked asked, Actor by, CancellationToken ct)
    {
        if (chat is null)
            return new NoChat();
        Asks(log, by.Id, asked.Kind, asked.Number, setting.Model, setting.Address!.Host);
        using var limit = new CancellationTokenSource(setting.Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return Read(await chat.GetResponseAsync(Messages(asked), new ChatOptions { MaxOutputTokens = setting.Tokens }, either.Token));
        }
        // Whatever stands in an answer that is no answer, the library has its own way to stumble over it.
        catch (Exception problem) when (!ct.IsCancellationRequested)
        {
            var no = Told(problem);
            // The problem's own words may repeat what was sent.
            Fails(log, asked.Kind, asked.Number, no.Code, problem.GetType().Name);
            return no;
        }
    }

    public void Dispose() => chat?.Dispose();

    /// <summary>What the model is to do stands apart from what people wrote, which is data and cannot leave its place.</summary>
    private static ChatMessage[] Messages(DraftAsked asked) =>
        [new(ChatRole.System, DraftPrompt.Task(asked.Kind)), new(ChatRole.User, DraftPrompt.Material(asked))];

    private Outcome<ModelDraft> Read(ChatResponse answer)
    {
        var text = DraftPrompt.Plain(answer.Text);
        if (answer.FinishReason == ChatFinishReason.Length || text.Length > DraftPrompt.LongestDraft)
            return new ChatTooLong();
        return text.Length == 0 ? new ChatUnreadable() : new ModelDraft(text, setting.Model);
    }

    private Refusal Told(Exception problem) =>
        problem switch
        {
            OperationCanceledException => new ChatSilent((int)setting.Longest.TotalSeconds),
            ClientResultException { Status: (int)HttpStatusCode.OK } => new ChatUnreadable(),
            ClientResultException { Status: > 0 and var status } => new ChatRefused(status),
            _ when TooMuch(problem) => new ChatTooLong(),
            ClientResultException or HttpRequestException or IOException => new ChatUnreached(),
            _ => new ChatUnreadable(),
        };

    private static bool TooMuch(Exception problem) =>
        (problem as HttpRequestException ?? problem.InnerException as HttpRequestException)?.HttpRequestError
        is HttpRequestError.ConfigurationLimitExceeded;

    [LoggerMessage(LogLevel.Information, "Staff {By} asks for a draft ({Kind}) of {Number} from {Model} at {Host}")]
    private static partial void Asks(ILogger log, Guid by, DraftKind kind, string number, string model, string host);

    [LoggerMessage(LogLevel.Warning, "The draft ({Kind}) of {Number} was not written: {Code} ({Problem})")]
    private static partial void Fails(ILogger log, DraftKind kind, string number, string code, string problem);
}
