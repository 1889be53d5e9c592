"""What a text is: tokens and sentences, with half-open offsets into the article, always."""
