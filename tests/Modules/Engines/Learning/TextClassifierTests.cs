using Suiying.Engines.Learning;
using static Suiying.Tests.Engines.Learning.Letters;

namespace Suiying.Tests.Engines.Learning;

/// <summary>Under which label a letter belongs.</summary>
public sealed class TextClassifierTests
{
    [Theory]
    [InlineData("自来水又停了", Water)]
    [InlineData("公交末班车几点", Bus)]
    [InlineData("小学入学要什么材料", School)]
    public void A_letter_that_was_not_learnt_gets_the_label_of_those_like_it(string body, string label)
    {
        var said = Trained().Propose("", body, 3);
        Assert.Equal(label, said.Labels[0].Label);
        Assert.Equal(1, said.Labels.Sum(l => l.Probability), 9);
    }

    [Theory]
    [InlineData("ＢＵＳ１２路", "bus98路")]
    [InlineData("自来水 停水　两天", "自来水，停水两天")]
    public void How_a_text_is_typed_changes_nothing(string one, string other)
    {
        var classifier = TextClassifier.Train([.. Many(2), new("", "BUS 12路", Bus)], new TrainingOptions());
        Assert.Equal(classifier.Propose("", one, 3).Labels, classifier.Propose("", other, 3).Labels);
    }

    [Fact]
    public void It_tells_the_words_that_decided()
    {
        const string text = "我住在柳林新村三楼，家里停水两天了，谢谢各位领导。";
        var words = Trained().Words("", text, Water, 3);
        Assert.Contains(words, w => w.Text.Contains("停水", StringComparison.Ordinal));
        Assert.All(words, w => Assert.Contains(w.Text, text, StringComparison.Ordinal));
        Assert.All(words, w => Assert.True(w.Weight > 0));
        Assert.Equal(words.OrderByDescending(w => w.Weight), words);
        Assert.Empty(Trained().Words("", text, "没有的类", 3));
    }

    [Fact]
    public void A_correction_is_kept_and_what_shares_its_words_follows()
    {
        var classifier = Trained();
        classifier.Learn(new("校车不来", "校车司机把孩子丢在半路", School));
        Assert.Equal(School, classifier.Propose("校车不来", "校车司机把孩子丢在半路", 1).Labels[0].Label);
        Assert.Equal(School, classifier.Propose("", "校车又没来", 1).Labels[0].Label);
        Assert.Equal(Bus, classifier.Propose("", "公交车不进站，司机拒载", 1).Labels[0].Label);
    }

    [Fact]
    public void A_new_label_begins_with_its_first_letter_and_answers_by_itself_only_from_the_second()
    {
        var classifier = Trained(rounds: 12);
        foreach (var number in Enumerable.Range(1, 9))
        {
            classifier.Learn(new("", $"新类{number}：噪声扰民，工地夜间施工", $"新类{number}"));
            Assert.Equal($"新类{number}", classifier.Propose("", $"新类{number}：噪声扰民", 1).Labels[0].Label);
        }
        Assert.True(classifier.Propose("", "新类9：噪声扰民，工地夜间施工", 1).Abstains);
        Assert.Equal(12, classifier.Labels.Count);
    }

    [Fact]
    public void It_abstains_where_nothing_is_known_or_nothing_was_measured()
    {
        var classifier = TextClassifier.Train(Different(40), new TrainingOptions());
        Assert.True(TextClassifier.Train([], new TrainingOptions()).Propose("", "停水", 1).Abstains);
        Assert.True(classifier.Propose("", "", 1).Abstains);
        Assert.True(classifier.Propose("", "qzx", 1).Abstains);
        Assert.InRange(classifier.Measures.Threshold, 0, 1);
        Assert.False(classifier.Propose("", Different(40)[2].Body, 1).Abstains);
        var single = TextClassifier.Train([new("", "停水", Water)], new TrainingOptions()).Propose("", "停水", 9);
        Assert.Equal((Water, 1.0, true), (single.Labels[0].Label, single.Labels[0].Probability, single.Abstains));
    }

    [Fact]
    public void Copies_of_a_letter_count_once_and_stay_in_one_part()
    {
        var copies = Many(4).SelectMany(l => new[] { l, l with { Title = "", Body = l.Title + l.Body }, l }).ToList();
        var (once, thrice) = (Trained().Measures, TextClassifier.Train(copies, new TrainingOptions()).Measures);
        Assert.Equal(3 * once.Rows, thrice.Rows);
        Assert.InRange(thrice.Letters, 1, once.Rows);
    }

    [Fact]
    public void Measures_tell_what_happened_to_unseen_letters()
    {
        var measures = TextClassifier.Train(Different(40), new TrainingOptions()).Measures;
        Assert.Equal([Water, Bus, School], measures.Labels);
        Assert.Equal(measures.Rows, measures.Confusions.Sum(c => c.Count));
        var right = measures.Confusions.Where(c => c.Label == c.Answered).Sum(c => c.Count);
        Assert.Equal(measures.Accuracy!.Value, (double)right / measures.Rows, 9);
        Assert.InRange(measures.MacroF1!.Value, 0.5, 1);
        Assert.Null(TextClassifier.Train([new("", "停水", Water), new("", "公交", Bus)], new TrainingOptions()).Measures.MacroF1);
    }

    [Fact]
    public void Hundreds_of_labels_with_few_letters_each_are_learnt_within_the_room_given()
    {
        var rows = Enumerable
            .Range(0, 600)
            .Select(n => new LabelledText($"事项{(char)('一' + n / 2)}", $"{(char)('一' + n / 2)}{(char)('七' + n / 2)}", $"L{n / 2}"));
        var classifier = TextClassifier.Train(rows, new TrainingOptions { MostWeightBytes = 4 << 20, Folds = 2 });
        Assert.Equal(300, classifier.Labels.Count);
        Assert.Equal("L77", classifier.Propose($"事项{(char)('一' + 77)}", $"{(char)('一' + 77)}", 3).Labels[0].Label);
    }

    [Fact]
    public void A_text_without_a_label_is_refused_and_training_can_be_stopped()
    {
        Assert.Throws<ArgumentException>(() => TextClassifier.Train([new("", "停水", "")], new TrainingOptions()));
        Assert.Throws<ArgumentException>(() => Trained().Learn(new("", "停水", "")));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => TextClassifier.Train(Many(1), new TrainingOptions(), stop.Token));
    }
}
