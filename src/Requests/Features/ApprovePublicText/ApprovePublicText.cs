using Suiying.Engines.Text.Personal;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>审核公开文本</summary>
public sealed class ApprovePublicText(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Text { get; init; }

        /// <summary>Somebody looked at what the finder holds for personal data and says that it is none.</summary>
        public bool Checked { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.ApprovePublicText, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        var finds = PersonalDataFinder.Find(command.Text);
        if (finds.Count > 0 && !command.Checked)
            return Refusal.Invalid(new FieldProblem("text", Says(command.Text, finds)));
        // Who said that what was found is no personal data stands in the history.
        var step = opened.Step();
        if (finds.Count > 0)
            step = step with { Facts = new Dictionary<string, string> { ["checked"] = $"{finds.Count}" } };
        if (opened.Request.ApprovePublicText(command.Text, step) is { } no)
            return no;
        return await door.Save(opened, ct);
    }

    private static Phrase Says(string text, IReadOnlyList<PersonalDatum> finds)
    {
        var named = string.Join("、", finds.Select(f => $"{Translations.Of(Redaction.Word(f.Kind))}“{f.In(text)}”").Distinct());
        return $"这段话里可能有个人信息：{named}。请去掉；核对过确实不是的，请勾选后再批准。";
    }
}
