using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class UnderstandingModels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "understanding_days",
                columns: table => new
                {
                    ModelId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Asked = table.Column<int>(type: "integer", nullable: false),
                    First = table.Column<int>(type: "integer", nullable: false),
                    Three = table.Column<int>(type: "integer", nullable: false),
                    Sure = table.Column<int>(type: "integer", nullable: false),
                    SureRight = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_understanding_days", x => new { x.ModelId, x.Day });
                }
            );

            migrationBuilder.CreateTable(
                name: "understanding_mistakes",
                columns: table => new
                {
                    ModelId = table.Column<Guid>(type: "uuid", nullable: false),
                    Decided = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Proposed = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_understanding_mistakes",
                        x => new
                        {
                            x.ModelId,
                            x.Decided,
                            x.Proposed,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "understanding_models",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TrainedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TrainedBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    CountedTo = table.Column<long>(type: "bigint", nullable: false),
                    Synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    File = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MeasuresJson = table.Column<string>(type: "text", nullable: false),
                    StateAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StateBy = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Chosen = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_understanding_models", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_understanding_models_Kind_Number",
                table: "understanding_models",
                columns: new[] { "Kind", "Number" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "understanding_days");

            migrationBuilder.DropTable(name: "understanding_mistakes");

            migrationBuilder.DropTable(name: "understanding_models");
        }
    }
}
