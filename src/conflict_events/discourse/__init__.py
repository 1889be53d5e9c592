"""What each sentence does in the article: news, habit, sum, history, trial; which story it belongs to."""
